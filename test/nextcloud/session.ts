// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Logs a person in without a browser. */

/**
 * Logs in as the login form does and gives the session's cookies.
 *
 * @param baseUrl the server
 * @param user login name
 * @param password password
 * @return the value of a Cookie header
 * @throws when the server refuses
 */
export async function loginCookies(baseUrl: string, user: string, password: string): Promise<string> {
	const jar = new Map<string, string>()
	const first = await fetch(`${baseUrl}/csrftoken`)
	keep(jar, first)
	const { token } = await first.json() as { token: string }
	const answer = await fetch(`${baseUrl}/login`, {
		method: 'POST',
		redirect: 'manual',
		// Without Origin Nextcloud takes the form for one that was sent from elsewhere.
		headers: { cookie: cookieHeader(jar), origin: baseUrl },
		body: new URLSearchParams({ user, password, requesttoken: token, timezone: 'Europe/Paris', timezone_offset: '1' }),
	})
	keep(jar, answer)
	const target = answer.headers.get('location') ?? ''
	if (answer.status !== 303 || /\/login(\?|$)/.test(target)) {
		throw new Error(`login of ${user} was refused: ${answer.status} ${target}`)
	}
	return cookieHeader(jar)
}

function keep(jar: Map<string, string>, response: Response): void {
	for (const line of response.headers.getSetCookie()) {
		const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
		if (/max-age=0|deleted/i.test(line)) {
			jar.delete(name)
		} else {
			jar.set(name, value)
		}
	}
}

function cookieHeader(jar: Map<string, string>): string {
	return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}
