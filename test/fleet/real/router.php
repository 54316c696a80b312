<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Serves many spaces by PHP's own web server: /<id>/<path> is the space whose config folder is $SPACES/<id>/config.

declare(strict_types=1);

$path = rawurldecode((string)parse_url('http://x' . $_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (preg_match('~^/([a-z0-9]+)(/(?:status|index|ocs/v2)\.php)(/.*)?$~D', $path, $match) !== 1) {
	http_response_code(404);
	return true;
}
[, $space, $script] = $match;
putenv('NEXTCLOUD_CONFIG_DIR=' . getenv('SPACES') . "/$space/config");
$_SERVER['SCRIPT_NAME'] = "/$space$script";
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . $script;
$_SERVER['PHP_SELF'] = "/$space$script" . ($match[3] ?? '');
$_SERVER['PATH_INFO'] = $match[3] ?? '';
chdir(dirname($_SERVER['SCRIPT_FILENAME']));
require $_SERVER['SCRIPT_FILENAME'];
