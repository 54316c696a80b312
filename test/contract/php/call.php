<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Calls static functions of our PHP classes without a Nextcloud. Reads {classes: {class: file}, calls: [[class, method, args]]} from the standard input, writes the list of results.

declare(strict_types=1);

ini_set('serialize_precision', '-1');
set_error_handler(static function (int $severity, string $message, string $file, int $line): never {
	throw new ErrorException($message, 0, $severity, $file, $line);
});

$input = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
spl_autoload_register(static function (string $class) use ($input): void {
	if (isset($input['classes'][$class])) {
		require $input['classes'][$class];
	}
});
$results = array_map(static fn (array $call): mixed => [$call[0], $call[1]](...$call[2]), $input['calls']);
echo json_encode($results, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION);
