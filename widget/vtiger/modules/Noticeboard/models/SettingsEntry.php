<?php
/** The line in vtiger's settings menu that leads to the settings of Noticeboard. */
class Noticeboard_SettingsEntry_Model {

	const URL = 'index.php?module=Noticeboard&parent=Settings&view=Index';

	static function add() {
		self::remove();
		$adb = PearDatabase::getInstance();
		$block = $adb->fetchByAssoc(
			$adb->pquery('SELECT blockid FROM vtiger_settings_blocks WHERE label = ?', array('LBL_OTHER_SETTINGS')), -1, false);
		if ($block) {
			$adb->pquery('INSERT INTO vtiger_settings_field '
				. '(fieldid, blockid, name, iconpath, description, linkto, sequence, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
				array($adb->getUniqueID('vtiger_settings_field'), $block['blockid'],
					'Noticeboard', '', 'News, extensions and feedback', self::URL, 99, 0));
		}
	}

	static function remove() {
		PearDatabase::getInstance()->pquery('DELETE FROM vtiger_settings_field WHERE linkto = ?', array(self::URL));
	}
}
