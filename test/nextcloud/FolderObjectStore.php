<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// An object store that is a folder: Nextcloud then keeps accounts as on S3 or Swift, without a service to run (NEXTCLOUD_STORAGE=object).

declare(strict_types=1);

namespace EnsembleTest;

use OCP\Files\ObjectStore\IObjectStore;

final class FolderObjectStore implements IObjectStore {
	private string $folder;

	/** @param array{folder: string} $arguments */
	public function __construct(array $arguments) {
		$this->folder = $arguments['folder'];
	}

	public function getStorageId() {
		return 'ensemble-test-folder';
	}

	public function readObject($urn) {
		$stream = fopen($this->path($urn), 'rb');
		return $stream === false ? throw new \RuntimeException("There is no object $urn") : $stream;
	}

	public function writeObject($urn, $stream, ?string $mimetype = null) {
		file_put_contents($this->path($urn), $stream);
	}

	public function deleteObject($urn) {
		unlink($this->path($urn));
	}

	public function objectExists($urn) {
		return file_exists($this->path($urn));
	}

	public function copyObject($from, $to) {
		copy($this->path($from), $this->path($to));
	}

	public function preSignedUrl(string $urn, \DateTimeInterface $expiration): ?string {
		return null;
	}

	private function path(string $urn): string {
		return $this->folder . '/' . rawurlencode($urn);
	}
}
