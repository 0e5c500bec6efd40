<?php
// Stand-ins for the few things of vtiger that the module calls, on SQLite.

class AppException extends Exception {
}

class PearDatabase {

	private static $instance;
	private $sqlite;

	static function getInstance() {
		if (!self::$instance) {
			self::$instance = new self();
		}
		return self::$instance;
	}

	private function __construct() {
		$this->sqlite = new PDO('sqlite:crm.sqlite', null, null, array(PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION));
		$this->sqlite->sqliteCreateFunction('VERSION', function () {
			return getenv('CRM_DATABASE');
		});
	}

	function pquery($sql, $params = array()) {
		$statement = $this->sqlite->prepare($sql);
		$statement->execute($params);
		return $statement;
	}

	// vtiger escapes what it fetches, unless it is told not to.
	function fetchByAssoc(&$result, $rowNum = -1, $encode = true) {
		$row = $result->fetch(PDO::FETCH_ASSOC);
		return $row && $encode ? array_map('htmlspecialchars', $row) : ($row ?: null);
	}

	function getUniqueID($table) {
		return 100 + (int) $this->pquery("SELECT COUNT(*) FROM $table")->fetchColumn();
	}
}

class Vtiger_Link {

	static function addLink($tabid, $type, $label, $url) {
		PearDatabase::getInstance()->pquery('INSERT INTO vtiger_links VALUES (?, ?, ?, ?)', array($tabid, $type, $label, $url));
	}

	static function deleteLink($tabid, $type, $label, $url = false) {
		PearDatabase::getInstance()->pquery('DELETE FROM vtiger_links WHERE tabid = ? AND linktype = ? AND linklabel = ?',
			array($tabid, $type, $label));
	}
}

class Vtiger_Version {

	static function current() {
		return '8.4.0';
	}
}

class Vtiger_Request {

	function has($key) {
		return isset($_REQUEST[$key]);
	}

	// vtiger cleans what it hands out; the module wants what was typed.
	function get($key) {
		return 'cleaned';
	}

	function getRaw($key) {
		return isset($_REQUEST[$key]) ? $_REQUEST[$key] : '';
	}

	function validateReadAccess() {
		throw new Exception('Illegal request');
	}

	function validateWriteAccess() {
		if ($_SERVER['REQUEST_METHOD'] !== 'POST' || $this->getRaw('__vtrftk') !== 'token') {
			throw new Exception('Invalid request');
		}
	}
}

abstract class Vtiger_Action_Controller {

	function loginRequired() {
		return true;
	}

	function validateRequest(Vtiger_Request $request) {
		return $request->validateReadAccess();
	}

	function checkPermission(Vtiger_Request $request) {
		throw new AppException('Permission denied');
	}

	abstract function process(Vtiger_Request $request);
}

abstract class Settings_Vtiger_Index_View extends Vtiger_Action_Controller {

	function validateRequest(Vtiger_Request $request) {
	}

	function checkPermission(Vtiger_Request $request) {
		if (vglobal('current_user')->is_admin !== 'on') {
			throw new AppException('Permission denied');
		}
	}
}

function vglobal($name) {
	return isset($GLOBALS[$name]) ? $GLOBALS[$name] : null;
}

function vtranslate($key, $module) {
	$file = "languages/{$GLOBALS['current_user']->language}/" . str_replace(':', '/', $module) . '.php';
	if (is_file($file)) {
		include $file;
	}
	return isset($languageStrings[$key]) ? $languageStrings[$key] : $key;
}

spl_autoload_register(function ($class) {
	$parts = explode('_', $class);
	$kind = strtolower(array_pop($parts)) . 's';
	$name = array_pop($parts);
	include_once 'modules/' . implode('/', $parts) . "/$kind/$name.php";
});
