<?php
/** What an administrator chose, and the install key: a small table of names and values. */
class Noticeboard_Options_Model {

	/** The features, as the hub and the panel name them. */
	public static $features = array('news', 'extensions', 'feedback', 'issue', 'newsletter');

	/** Makes the table where there is none. What is in it stays, above all the key. */
	static function create() {
		Noticeboard_Query_Model::run(
			'CREATE TABLE IF NOT EXISTS vtiger_noticeboard (name VARCHAR(30) NOT NULL PRIMARY KEY, value TEXT)');
		$build = Noticeboard_Build_Model::read();
		self::write(self::stored() + array('installKey' => Noticeboard_InstallKey_Model::random(), 'hub' => $build['hub']));
	}

	static function drop() {
		Noticeboard_Query_Model::run('DROP TABLE IF EXISTS vtiger_noticeboard');
	}

	/** Strings by name: hub, industry, installKey, launcher ('1' or '') and off, the features switched off, with commas. */
	static function read() {
		return self::stored() + array('hub' => '', 'industry' => '', 'installKey' => '', 'launcher' => '1', 'off' => '');
	}

	/** Keeps the given options, and leaves the others as they are. */
	static function write($options) {
		foreach ($options as $name => $value) {
			Noticeboard_Query_Model::run('REPLACE INTO vtiger_noticeboard (name, value) VALUES (?, ?)', array($name, $value));
		}
	}

	/** The names of the features that are switched on. */
	static function featuresOn($options) {
		return array_values(array_diff(self::$features, explode(',', $options['off'])));
	}

	private static function stored() {
		$options = array();
		foreach (Noticeboard_Query_Model::rows('SELECT name, value FROM vtiger_noticeboard') as $row) {
			$options[$row['name']] = $row['value'];
		}
		return $options;
	}
}
