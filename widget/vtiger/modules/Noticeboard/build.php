<?php
// What the build knows; it writes this file anew into the zip.
return array('hub' => '', 'scripts' => '0');
