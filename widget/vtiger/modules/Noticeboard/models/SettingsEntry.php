<?php
/** The line in vtiger's settings menu that leads to the settings of Noticeboard. */
class Noticeboard_SettingsEntry_Model {

	const URL = 'index.php?module=Noticeboard&parent=Settings&view=Index';

	/** Adds the line while the module is enabled, and takes it away otherwise. */
	static function refresh() {
		self::remove();
		$block = Noticeboard_Query_Model::value(
			'SELECT blockid FROM vtiger_settings_blocks WHERE label = ?', array('LBL_OTHER_SETTINGS'));
		if ($block !== null && Noticeboard_Install_Model::isEnabled()) {
			Noticeboard_Query_Model::run('INSERT INTO vtiger_settings_field '
				. '(fieldid, blockid, name, iconpath, description, linkto, sequence, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
				array(PearDatabase::getInstance()->getUniqueID('vtiger_settings_field'), $block,
					'Noticeboard', '', 'News, extensions and feedback', self::URL, 99, 0));
		}
	}

	static function remove() {
		Noticeboard_Query_Model::run('DELETE FROM vtiger_settings_field WHERE linkto = ?', array(self::URL));
	}
}
