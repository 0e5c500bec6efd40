<?php
/**
 * Answers a page's launcher, once it is opened: the hub's address, the features, and the install. It stands below Settings
 * because vtiger 6 asks for rights to any other module's actions that new modules do not have yet.
 */
class Settings_Noticeboard_Install_Action extends Vtiger_Action_Controller {

	// Else vtiger would lead a person whose session has ended to this JSON after the next login.
	function loginRequired() {
		return false;
	}

	function validateRequest(Vtiger_Request $request) {
		return true;
	}

	function checkPermission(Vtiger_Request $request) {
		return true;
	}

	function process(Vtiger_Request $request) {
		header('Content-Type: application/json; charset=UTF-8');
		header('X-Content-Type-Options: nosniff');
		header('Cross-Origin-Resource-Policy: same-origin');
		header('Cache-Control: no-store');
		$user = vglobal('current_user');
		if ($_SERVER['REQUEST_METHOD'] !== 'GET') {
			header('Allow: GET');
			$this->refuse(405, 'method-not-allowed');
		} elseif (empty($user->id)) {
			$this->refuse(401, 'not-logged-in');
		} elseif (!Noticeboard_Install_Model::isEnabled()) {
			$this->refuse(404, 'not-found');
		} else {
			$this->answer($user);
		}
	}

	private function answer($user) {
		$options = Noticeboard_Options_Model::read();
		$install = Noticeboard_Install_Model::forEveryone($user, $options);
		if ($user->is_admin === 'on') {
			$install += Noticeboard_Install_Model::forAdministrators();
		}
		$this->emit(array(
			'hub' => $options['hub'] === '' ? null : $options['hub'],
			'features' => Noticeboard_Options_Model::featuresOn($options),
			'install' => $install,
		));
	}

	private function refuse($status, $code) {
		header('Cache-Control: no-store', true, $status);
		$this->emit(array('failure' => $code));
	}

	private function emit($value) {
		// Text that is no UTF-8 becomes null: PHP before 5.5, with which vtiger 6 may run, does so unasked.
		$lenient = defined('JSON_PARTIAL_OUTPUT_ON_ERROR') ? JSON_PARTIAL_OUTPUT_ON_ERROR : 0;
		// Without < in it, nothing takes it for a page.
		echo json_encode($value, JSON_HEX_TAG | $lenient);
	}
}
