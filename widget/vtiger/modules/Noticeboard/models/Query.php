<?php
/** Asks the CRM's database. */
class Noticeboard_Query_Model {

	/** The rows as they are stored; vtiger would escape them for HTML. */
	static function rows($sql, $params = array()) {
		$adb = PearDatabase::getInstance();
		$result = $adb->pquery($sql, $params);
		$rows = array();
		while ($row = $adb->fetchByAssoc($result, -1, false)) {
			$rows[] = $row;
		}
		return $rows;
	}

	/** The one value of the first row; null when there is none. */
	static function value($sql, $params = array()) {
		$rows = self::rows($sql, $params);
		return $rows ? reset($rows[0]) : null;
	}

	/** Runs a statement that has no rows to give. */
	static function run($sql, $params = array()) {
		PearDatabase::getInstance()->pquery($sql, $params);
	}
}
