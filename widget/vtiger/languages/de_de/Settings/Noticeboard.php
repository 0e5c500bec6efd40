<?php
$languageStrings = array(
	'News, extensions and feedback' => 'Neuigkeiten, Erweiterungen und Rückmeldungen',
	'News, extensions and feedback for the people who run this CRM.' =>
		'Neuigkeiten, Erweiterungen und Rückmeldungen für alle, die dieses CRM betreiben.',
	'Nothing was saved: the address has to begin with https:// (http:// only on this computer).' =>
		'Nichts wurde gespeichert: Die Adresse muss mit https:// beginnen (http:// nur auf diesem Rechner).',
	'Saved.' => 'Gespeichert.',
	'Save' => 'Speichern',
	'Address of the hub' => 'Adresse des Hubs',
	'The server that publishes the news and receives the feedback. Without it, no launcher is shown.' =>
		'Der Server, der die Neuigkeiten veröffentlicht und die Rückmeldungen annimmt. Ohne ihn erscheint keine Schaltfläche.',
	'Industry' => 'Branche',
	'Not stated' => 'Keine Angabe',
	'Features' => 'Funktionen',
	'News' => 'Neuigkeiten',
	'Extensions' => 'Erweiterungen',
	'Feedback' => 'Rückmeldung',
	'Reports' => 'Problemberichte',
	'Newsletter' => 'Newsletter',
	'Launcher' => 'Schaltfläche',
	'Show the launcher on every page' => 'Auf jeder Seite anzeigen',
);
