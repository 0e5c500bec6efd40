<?php
/** The number that stands for this install. */
class Noticeboard_InstallKey_Model {

	const LARGEST = '9223372036854775807';

	/** A random decimal string from 1 to 2^63 - 1. Digits, because PHP's integers are too small on some systems. */
	static function random() {
		do {
			$digits = '';
			while (strlen($digits) < strlen(self::LARGEST)) {
				$digits .= self::digit();
			}
			$key = ltrim($digits, '0');
		} while ($key === '' || strcmp($digits, self::LARGEST) > 0);
		return $key;
	}

	private static function digit() {
		if (function_exists('random_int')) {
			return random_int(0, 9);
		}
		do {
			$byte = ord(openssl_random_pseudo_bytes(1));
		} while ($byte >= 250);
		return $byte % 10;
	}
}
