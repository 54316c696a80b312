<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The content of a probe page.

declare(strict_types=1);
?>
<p>This is the probe.</p>
