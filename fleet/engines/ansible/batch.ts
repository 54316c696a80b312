// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Takes what is wanted of several hosts at the same moment together into one playbook: Ansible's start costs more than a task. */

/** A wish that waits for the others. */
interface Waiting<In, Out> {
	readonly wish: In
	readonly resolve: (out: Out) => void
	readonly reject: (error: unknown) => void
}

/** Gathers wishes of one turn. */
export class Gathered<In, Out> {
	private waiting: Waiting<In, Out>[] = []

	/**
	 * @param carryOut does several wishes at once; as many results, in the same order
	 * @param key wishes with the same key do not go together
	 * @param patience milliseconds to wait for others
	 */
	constructor(private readonly carryOut: (wishes: readonly In[]) => Promise<readonly Out[]>, private readonly key: (wish: In) => string, private readonly patience = 20) {}

	/**
	 * Has a wish carried out, together with others that come now.
	 *
	 * @param wish what is wanted
	 */
	ask(wish: In): Promise<Out> {
		return new Promise((resolve, reject) => {
			this.waiting.push({ wish, resolve, reject })
			if (this.waiting.length === 1) {
				setTimeout(() => this.go(), this.patience)
			}
		})
	}

	private go(): void {
		let left = this.waiting
		this.waiting = []
		while (left.length > 0) {
			const keys = new Set<string>()
			const together = left.filter(({ wish }) => !keys.has(this.key(wish)) && keys.add(this.key(wish)))
			left = left.filter((entry) => !together.includes(entry))
			this.carryOut(together.map(({ wish }) => wish)).then(
				(results) => together.forEach(({ resolve }, index) => resolve(results[index]!)),
				(error: unknown) => together.forEach(({ reject }) => reject(error)),
			)
		}
	}
}
