<?php
/** The settings page. vtiger shows it to administrators only, and adds its token against forged requests to the form. */
class Settings_Noticeboard_Index_View extends Settings_Vtiger_Index_View {

	function process(Vtiger_Request $request) {
		$options = Noticeboard_Options_Model::read();
		$refused = $request->has('refused') ? (string) $request->getRaw('refused') : null;
		echo '<div style="max-width:44em;padding:1em 2em">',
			'<h3>Noticeboard</h3>',
			'<p>', $this->text('News, extensions and feedback for the people who run this CRM.'), '</p>',
			$this->outcome($request, $refused),
			'<form method="post" action="index.php">',
			'<input type="hidden" name="module" value="Noticeboard">',
			'<input type="hidden" name="parent" value="Settings">',
			'<input type="hidden" name="action" value="Save">',
			$this->hub($refused === null ? $options['hub'] : $refused),
			$this->industry($options['industry']),
			$this->features(Noticeboard_Options_Model::featuresOn($options)),
			$this->launcher($options['launcher'] === '1'),
			'<p><button class="btn btn-success" type="submit"><strong>', $this->text('Save'), '</strong></button></p>',
			'</form></div>';
	}

	private function outcome(Vtiger_Request $request, $refused) {
		if ($refused !== null) {
			return '<p class="alert alert-danger alert-error" role="alert">'
				. $this->text('Nothing was saved: the address has to begin with https:// (http:// only on this computer).') . '</p>';
		}
		return $request->has('saved') ? '<p class="alert alert-success" role="status">' . $this->text('Saved.') . '</p>' : '';
	}

	private function hub($address) {
		return $this->field('hub', 'Address of the hub',
			'<input id="noticeboard-hub" class="inputElement" style="width:100%" type="text" inputmode="url" name="hub" '
			. 'spellcheck="false" placeholder="https://" value="' . $this->escape($address) . '">'
			. '<small>' . $this->text('The server that publishes the news and receives the feedback. Without it, no launcher is shown.')
			. '</small>');
	}

	private function industry($chosen) {
		$choices = '<option value="">' . $this->text('Not stated') . '</option>';
		foreach (Noticeboard_Industries_Model::$all as $industry) {
			$choices .= '<option value="' . $this->escape($industry) . '"' . ($industry === $chosen ? ' selected' : '') . '>'
				. $this->text($industry) . '</option>';
		}
		return $this->field('industry', 'Industry', '<select id="noticeboard-industry" name="industry">' . $choices . '</select>');
	}

	private function features($on) {
		$boxes = '';
		foreach (Noticeboard_Options_Model::$features as $feature) {
			$boxes .= $this->box('features[]', $feature, in_array($feature, $on), $feature === 'issue' ? 'Reports' : ucfirst($feature));
		}
		return $this->group('Features', $boxes);
	}

	private function launcher($on) {
		return $this->group('Launcher', $this->box('launcher', '1', $on, 'Show the launcher on every page'));
	}

	private function field($name, $label, $control) {
		return '<p style="margin:1em 0"><label for="noticeboard-' . $name . '" style="display:block">' . $this->text($label)
			. '</label>' . $control . '</p>';
	}

	private function group($title, $boxes) {
		return '<fieldset style="margin:1em 0"><legend style="margin:0;border:0;font-size:inherit;font-weight:bold">'
			. $this->text($title) . '</legend>' . $boxes . '</fieldset>';
	}

	private function box($name, $value, $on, $label) {
		return '<label style="display:block;font-weight:normal"><input type="checkbox" name="' . $name . '" value="' . $value . '"'
			. ($on ? ' checked' : '') . '> ' . $this->text($label) . '</label>';
	}

	/** The texts are their own keys, so that a language without a translation shows English. */
	private function text($english) {
		return $this->escape(vtranslate($english, 'Settings:Noticeboard'));
	}

	private function escape($text) {
		return htmlspecialchars($text, ENT_QUOTES, 'UTF-8');
	}
}
