<?php
// The front door of the stand-in: leads to the module's actions and views as vtiger's own does.
require 'vtiger.php';

$users = array(
	'ada' => array('id' => 1, 'is_admin' => 'on', 'language' => 'en_us'),
	'bea' => array('id' => 6, 'is_admin' => 'on', 'language' => 'de_de'),
	'sam' => array('id' => 5, 'is_admin' => 'off', 'language' => 'de_de'),
);
foreach ($users as $name => $user) {
	if (isset($_COOKIE['user']) && $_COOKIE['user'] === $name) {
		$current_user = (object) ($user + array('user_name' => "$name-login", 'email1' => "$name@example.com", 'last_name' => "The $name"));
	}
}
$application_unique_key = 'deadbeefdeadbeefdeadbeefdeadbeef';
$adb = PearDatabase::getInstance();

if (isset($_GET['sql'])) {
	echo json_encode($adb->pquery($_GET['sql'])->fetchAll(PDO::FETCH_ASSOC));
	return;
}
if (isset($_GET['event'])) {
	require_once 'modules/Noticeboard/Noticeboard.php';
	$module = new Noticeboard();
	$module->vtlib_handler('Noticeboard', $_GET['event']);
	return;
}
$kind = isset($_REQUEST['action']) ? 'Action' : 'View';
$class = 'Settings_Noticeboard_' . $_REQUEST[strtolower($kind)] . "_$kind";
$request = new Vtiger_Request();
try {
	$handler = new $class();
	$handler->validateRequest($request);
	if ($handler->loginRequired() && empty($current_user)) {
		throw new AppException('Login is required');
	}
	$handler->checkPermission($request);
	$handler->process($request);
} catch (Exception $exception) {
	http_response_code(403);
	echo $exception->getMessage();
}
