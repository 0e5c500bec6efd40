<?php
/** What vtiger's Module Manager calls when the module comes, changes and goes. */
class Noticeboard {

	function vtlib_handler($moduleName, $eventType) {
		switch ($eventType) {
			case 'module.postinstall':
			case 'module.postupdate':
				Noticeboard_Options_Model::create();
				Noticeboard_SettingsEntry_Model::refresh();
				Noticeboard_Launcher_Model::refresh();
				break;
			case 'module.enabled':
				Noticeboard_SettingsEntry_Model::refresh();
				Noticeboard_Launcher_Model::refresh();
				break;
			case 'module.preupdate':
				Noticeboard_Launcher_Model::remove();
				break;
			case 'module.disabled':
				Noticeboard_Launcher_Model::remove();
				Noticeboard_SettingsEntry_Model::remove();
				break;
			case 'module.preuninstall':
				Noticeboard_Launcher_Model::remove();
				Noticeboard_SettingsEntry_Model::remove();
				Noticeboard_Options_Model::drop();
				break;
		}
	}
}
