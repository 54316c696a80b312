// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Forms of both kinds. */

import { expect, it } from 'vitest'
import { parseFields, parseMultipart } from './body.ts'

it('reads forms as PHP does', () => {
	expect(parseFields('application/x-www-form-urlencoded', Buffer.from('a=1&b%5B%5D=x&b[]=y&a=2'))).toEqual({ a: '2', b: ['x', 'y'] })
	expect(parseFields('application/json; charset=utf-8', Buffer.from('{"a":[1]}'))).toEqual({ a: [1] })
	expect(parseFields('application/json', Buffer.from('{"a"'))).toEqual({})
	expect(Object.hasOwn(parseFields('', Buffer.from('__proto__=1')), '__proto__')).toBe(true)
})

it('finds the files of a multipart body', () => {
	const body = Buffer.from('--x\r\nContent-Disposition: form-data; name="files[]"; filename="a.png"\r\nContent-Type: image/png\r\n\r\nab\r\n\r\ncd\r\n--x\r\nContent-Disposition: form-data; name="other"\r\n\r\n1\r\n--x--\r\n')
	expect(parseMultipart('multipart/form-data; boundary=x', body).map(({ field, data }) => [field, data.toString()])).toEqual([['files[]', 'ab\r\n\r\ncd'], ['other', '1']])
	expect(parseMultipart('multipart/form-data; boundary=y', body)).toEqual([])
	expect(parseMultipart('text/plain', body)).toEqual([])
	expect(parseMultipart('multipart/form-data; boundary=x', body.subarray(0, 60))).toEqual([])
})
