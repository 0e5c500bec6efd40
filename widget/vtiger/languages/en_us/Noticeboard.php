<?php
// The name of the module in Module Manager.
$languageStrings = array('Noticeboard' => 'Noticeboard');
