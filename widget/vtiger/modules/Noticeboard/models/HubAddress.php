<?php
/** The address of a hub, as an administrator types it. */
class Noticeboard_HubAddress_Model {

	const SHAPE = '~^(https?)://(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?(/[^?#\s\\\\<>"]*)?$~i';
	const LOOPBACK = '~^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$~i';

	/** As it is kept, without a slash at the end. Null unless it is https:, or http: on this computer. */
	static function kept($typed) {
		$address = trim($typed);
		if (strpos($address, '://') === false) {
			$address = 'https://' . $address;
		}
		if (strlen($address) > 2048 || !preg_match(self::SHAPE, $address, $parts)) {
			return null;
		}
		if (!empty($parts[3]) && (int) substr($parts[3], 1) > 65535) {
			return null;
		}
		$secure = strtolower($parts[1]) === 'https' || preg_match(self::LOOPBACK, $parts[2]);
		return $secure ? rtrim($address, '/') : null;
	}
}
