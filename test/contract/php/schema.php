<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs the case table of shared/contract/cases.json on a Schema class. Arguments: file of the class, its name, the table. Reads the table itself, so that PHP sees numbers such as 3.0 as they are written.

declare(strict_types=1);

[, $file, $class, $table] = $argv;
require $file;
$json = file_get_contents($table);
$schemas = json_decode($json, true, 512, JSON_THROW_ON_ERROR)['schemas'];
$results = [];
foreach (json_decode($json, false, 512, JSON_THROW_ON_ERROR)->cases as $case) {
	$results[] = $class::check($schemas[$case->schema], $case->input);
}
echo json_encode($results, JSON_THROW_ON_ERROR);
