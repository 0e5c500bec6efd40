<?php
/** What the install says of itself. */
class Noticeboard_Install_Model {

	// Modules that vtiger brings along, most of them marked as if they had been added.
	private static $bundled = array('Assets', 'ConfigEditor', 'CronTasks', 'CustomerPortal', 'EmailTemplates', 'ExtensionStore',
		'FieldFormulas', 'Google', 'Import', 'Integration', 'MailManager', 'Mobile', 'ModComments', 'ModTracker', 'PBXManager',
		'Project', 'ProjectMilestone', 'ProjectTask', 'RecycleBin', 'ServiceContracts', 'Services', 'SMSNotifier', 'Tooltip',
		'VtigerBackup', 'Webforms', 'WSAPP');

	static function isEnabled() {
		$presence = Noticeboard_Query_Model::value('SELECT presence FROM vtiger_tab WHERE name = ?', array('Noticeboard'));
		return $presence !== null && (int) $presence !== 1;
	}

	/**
	 * What every user may know. The product is not in it: forks of vtiger take this module too, and the page tells them apart.
	 */
	static function forEveryone($user, $options) {
		return array(
			'version' => Vtiger_Version::current(),
			'company' => Noticeboard_Query_Model::value('SELECT organizationname FROM vtiger_organizationdetails'),
			'industry' => $options['industry'],
			'installKey' => $options['installKey'],
			'administrator' => $user->is_admin === 'on',
			'userId' => (string) $user->id,
			'language' => $user->language,
		);
	}

	/** What only administrators may know besides. Sizes in bytes; what the server does not tell is left out. */
	static function forAdministrators() {
		return array(
			'os' => self::operatingSystem(),
			'extensions' => self::extensions(),
			'system' => array_filter(array(
				'php' => PHP_VERSION,
				'database' => self::database(),
				'webServer' => isset($_SERVER['SERVER_SOFTWARE']) ? $_SERVER['SERVER_SOFTWARE'] : null,
				'diskFree' => self::told('disk_free_space', '.'),
				'diskTotal' => self::told('disk_total_space', '.'),
			), array('Noticeboard_Install_Model', 'isTold')),
		);
	}

	private static function operatingSystem() {
		// The name that a Linux gives itself says more than its kernel's, and tells one install from another less well.
		$release = self::told('parse_ini_file', '/etc/os-release', false, INI_SCANNER_RAW);
		if (!empty($release['PRETTY_NAME'])) {
			return $release['PRETTY_NAME'];
		}
		$name = self::told('php_uname', 's');
		return $name === null ? PHP_OS : $name . ' ' . php_uname('r');
	}

	/** What a function of PHP tells; null where the server's owner has switched it off. */
	private static function told($function) {
		return function_exists($function) ? @call_user_func_array($function, array_slice(func_get_args(), 1)) : null;
	}

	private static function isTold($value) {
		return $value !== null && $value !== false;
	}

	private static function extensions() {
		$rows = Noticeboard_Query_Model::rows(
			'SELECT name, tablabel, version, presence FROM vtiger_tab WHERE customized = 1 AND name <> ? ORDER BY name',
			array('Noticeboard'));
		$extensions = array();
		foreach ($rows as $row) {
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
		$version = Noticeboard_Query_Model::value('SELECT VERSION()');
		return (stripos($version, 'mariadb') === false ? 'MySQL ' : 'MariaDB ') . strtok($version, '-');
	}
}
