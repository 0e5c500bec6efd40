<?php
/** The link by which vtiger puts the launcher's script on every page. */
class Noticeboard_Launcher_Model {

	// Every vtiger from 6.1 unpacks into this folder, and serves its own scripts from the one above.
	const SCRIPT = 'layouts/vlayout/modules/Noticeboard/resources/noticeboard.js';

	/** Adds the link, or takes it away: without a hub, or without any feature, the launcher has nothing to show. */
	static function refresh() {
		self::remove();
		$options = Noticeboard_Options_Model::read();
		$hasSomething = $options['hub'] !== '' && Noticeboard_Options_Model::featuresOn($options);
		if ($options['launcher'] === '1' && $hasSomething && Noticeboard_Install_Model::isEnabled()) {
			$build = Noticeboard_Build_Model::read();
			// A module's own link is kept from everybody but administrators until roles are saved anew; one of no module is not.
			Vtiger_Link::addLink(0, 'HEADERSCRIPT', 'Noticeboard', self::SCRIPT . '?' . $build['scripts']);
		}
	}

	static function remove() {
		Vtiger_Link::deleteLink(0, 'HEADERSCRIPT', 'Noticeboard');
	}
}
