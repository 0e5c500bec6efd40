<?php
// The texts of the settings page are their own keys.
$languageStrings = array('Noticeboard' => 'Noticeboard');
