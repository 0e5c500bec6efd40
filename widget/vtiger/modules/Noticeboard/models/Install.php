<?php
/** What the install says of itself. */
class Noticeboard_Install_Model {

	// Modules that vtiger brings along, most of them marked as if they had been added.
	private static $bundled = array('Assets', 'ConfigEditor', 'CronTasks', 'CustomerPortal', 'EmailTemplates', 'ExtensionStore',
		'FieldFormulas', 'Google', 'Import', 'Integration', 'MailManager', 'Mobile', 'ModComments', 'ModTracker', 'PBXManager',
		'Project', 'ProjectMilestone', 'ProjectTask', 'RecycleBin', 'ServiceContracts', 'Services', 'SMSNotifier', 'Tooltip',
		'VtigerBackup', 'Webforms', 'WSAPP');

	static function isEnabled() {
		$adb = PearDatabase::getInstance();
		$result = $adb->pquery('SELECT presence FROM vtiger_tab WHERE name = ?', array('Noticeboard'));
		$row = $adb->fetchByAssoc($result, -1, false);
		return $row && (int) $row['presence'] !== 1;
	}

	/**
	 * What every user may know. The product is not in it: forks of vtiger take this module too, and the page tells them apart.
	 */
	static function forEveryone($user, $options) {
		return array(
			'version' => Vtiger_Version::current(),
			'company' => self::company(),
			'industry' => $options['industry'],
			'installKey' => $options['installKey'],
			'administrator' => $user->is_admin === 'on',
			'userId' => (string) $user->id,
			'language' => $user->language,
		);
	}

	/** What only administrators may know besides. Sizes in bytes; what the server does not tell is left out. */
	static function forAdministrators() {
		$os = function_exists('php_uname') ? php_uname('s') . ' ' . php_uname('r') : PHP_OS;
		return array(
			'os' => $os,
			'extensions' => self::extensions(),
			'system' => array_filter(array(
				'php' => PHP_VERSION,
				'database' => self::database(),
				'webServer' => isset($_SERVER['SERVER_SOFTWARE']) ? $_SERVER['SERVER_SOFTWARE'] : null,
				'diskFree' => function_exists('disk_free_space') ? @disk_free_space('.') : null,
				'diskTotal' => function_exists('disk_total_space') ? @disk_total_space('.') : null,
			)),
		);
	}

	private static function company() {
		$adb = PearDatabase::getInstance();
		$row = $adb->fetchByAssoc($adb->pquery('SELECT organizationname FROM vtiger_organizationdetails', array()), -1, false);
		return $row ? $row['organizationname'] : '';
	}

	private static function extensions() {
		$adb = PearDatabase::getInstance();
		$result = $adb->pquery(
			'SELECT name, tablabel, version, presence FROM vtiger_tab WHERE customized = 1 AND name <> ? ORDER BY name',
			array('Noticeboard'));
		$extensions = array();
		while ($row = $adb->fetchByAssoc($result, -1, false)) {
			if (!in_array($row['name'], self::$bundled)) {
				$extensions[] = array(
					'name' => $row['name'],
					'label' => $row['tablabel'],
					'version' => (string) $row['version'],
					'enabled' => (int) $row['presence'] !== 1,
				);
			}
		}
		return $extensions;
	}

	private static function database() {
		$adb = PearDatabase::getInstance();
		$row = $adb->fetchByAssoc($adb->pquery('SELECT VERSION() AS version', array()), -1, false);
		$name = stripos($row['version'], 'mariadb') === false ? 'MySQL' : 'MariaDB';
		return $name . ' ' . strtok($row['version'], '-');
	}
}
