<?php
/** Keeps what an administrator chose on the settings page. */
class Settings_Noticeboard_Save_Action extends Vtiger_Action_Controller {

	function validateRequest(Vtiger_Request $request) {
		$request->validateWriteAccess();
	}

	function checkPermission(Vtiger_Request $request) {
		if (vglobal('current_user')->is_admin !== 'on') {
			throw new AppException(vtranslate('LBL_PERMISSION_DENIED', 'Vtiger'));
		}
		return true;
	}

	function process(Vtiger_Request $request) {
		$typed = (string) $request->getRaw('hub');
		$hub = $typed === '' ? '' : Noticeboard_HubAddress_Model::kept($typed);
		if ($hub === null) {
			header('Location: ' . Noticeboard_SettingsEntry_Model::URL . '&refused=' . rawurlencode($typed));
			return;
		}
		$industry = $request->getRaw('industry');
		Noticeboard_Options_Model::write(array(
			'hub' => $hub,
			'industry' => in_array($industry, Noticeboard_Industries_Model::$all, true) ? $industry : '',
			'launcher' => $request->getRaw('launcher') === '1' ? '1' : '',
			'off' => implode(',', array_diff(Noticeboard_Options_Model::$features, (array) $request->getRaw('features'))),
		));
		Noticeboard_Launcher_Model::refresh();
		header('Location: ' . Noticeboard_SettingsEntry_Model::URL . '&saved=1');
	}
}
