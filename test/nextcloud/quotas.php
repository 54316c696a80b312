<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads stored quotas with the storage app's PHP and the server's own function. Arguments: the server's folder, a JSON list of texts. Prints the list of bytes.

declare(strict_types=1);

require $argv[1] . '/lib/composer/autoload.php';
require $argv[1] . '/apps-ensemble/ensemble_quota/lib/Quotas.php';
echo json_encode(array_map([OCA\EnsembleQuota\Quotas::class, 'parse'], json_decode($argv[2], true)), JSON_THROW_ON_ERROR);
