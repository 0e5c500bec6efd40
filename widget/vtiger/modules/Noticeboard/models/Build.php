<?php
/** What the build of this module knew. */
class Noticeboard_Build_Model {

	/** hub, the address to start with, and scripts, a mark that changes with them. No PHP file: servers keep old ones in memory. */
	static function read() {
		return json_decode(file_get_contents(dirname(__FILE__) . '/../build.json'), true);
	}
}
