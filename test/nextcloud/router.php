<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Answers for `php -S` what a web server does with Nextcloud's .htaccess: scripts with a path behind them, files as they are, all else to index.php.

declare(strict_types=1);

(static function (): void {
	$root = $_SERVER['DOCUMENT_ROOT'];
	$path = rawurldecode((string)parse_url('http://x' . $_SERVER['REQUEST_URI'], PHP_URL_PATH));
	$script = '/index.php';
	$rest = $path;
	if (preg_match('~^(/(?:[a-z_-]+/)*[a-z0-9_-]+\.php)(/.*)?$~D', $path, $match) === 1 && is_file($root . $match[1])) {
		$script = $match[1];
		$rest = $match[2] ?? '';
	}
	$_SERVER['SCRIPT_NAME'] = $script;
	$_SERVER['SCRIPT_FILENAME'] = $root . $script;
	$_SERVER['PHP_SELF'] = $script . $rest;
	$_SERVER['PATH_INFO'] = $rest;
})();

$path = rawurldecode((string)parse_url('http://x' . $_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (preg_match('~^/(config|data|lib|3rdparty|templates|tests)(/|$)|/\.|\.php$~', $path) !== 1 && is_file($_SERVER['DOCUMENT_ROOT'] . $path)) {
	$types = ['css' => 'text/css', 'ftl' => 'text/plain', 'js' => 'text/javascript', 'json' => 'application/json', 'map' => 'application/json',
		'mjs' => 'text/javascript', 'svg' => 'image/svg+xml', 'ttf' => 'font/ttf', 'wasm' => 'application/wasm', 'woff2' => 'font/woff2'];
	$type = $types[strtolower(pathinfo($path, PATHINFO_EXTENSION))] ?? null;
	if ($type === null) {
		return false;
	}
	header('Content-Type: ' . $type . (str_starts_with($type, 'text/') ? '; charset=utf-8' : ''));
	header('Content-Length: ' . filesize($_SERVER['DOCUMENT_ROOT'] . $path));
	// Addresses carry ?v=, so a browser may keep the file as a real server lets it.
	header('Cache-Control: max-age=15778463');
	readfile($_SERVER['DOCUMENT_ROOT'] . $path);
	return true;
}
chdir(dirname($_SERVER['SCRIPT_FILENAME']));
require $_SERVER['SCRIPT_FILENAME'];
