// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The CSS variables that Nextcloud gives to every app, light and dark, in the association's green. */

const light: Record<string, string> = {
	'color-main-background': '#ffffff',
	'color-main-background-rgb': '255,255,255',
	'color-main-background-translucent': 'rgba(var(--color-main-background-rgb), .97)',
	'color-main-background-blur': 'rgba(var(--color-main-background-rgb), .9)',
	'color-background-hover': '#f4f5f4',
	'color-background-dark': '#ebedeb',
	'color-background-darker': '#d9dcd9',
	'color-placeholder-light': '#e5e7e5',
	'color-placeholder-dark': '#cbcecb',
	'color-main-text': '#1f2420',
	'color-text-maxcontrast': '#5f655f',
	'color-text-maxcontrast-default': '#5f655f',
	'color-text-maxcontrast-background-blur': '#555b55',
	'color-text-error': '#b00020',
	'color-text-success': '#146c2e',
	'color-border': '#ebedeb',
	'color-border-dark': '#d5d9d5',
	'color-border-maxcontrast': '#757b75',
	'color-border-error': 'var(--color-element-error)',
	'color-border-success': 'var(--color-element-success)',
	'color-element-error': '#c2001f',
	'color-element-info': '#0b6fb3',
	'color-element-success': '#1b8038',
	'color-element-warning': '#a86400',
	'color-error': '#fde7e8',
	'color-error-hover': '#f9cfd2',
	'color-error-text': '#84000f',
	'color-error-rgb': '253,231,232',
	'color-warning': '#fdf0cd',
	'color-warning-hover': '#f8e2a6',
	'color-warning-text': '#5f4200',
	'color-warning-rgb': '253,240,205',
	'color-success': '#dcf2df',
	'color-success-hover': '#c4e6ca',
	'color-success-text': '#0b4f1d',
	'color-success-rgb': '220,242,223',
	'color-info': '#dceffa',
	'color-info-hover': '#c2e0f3',
	'color-info-text': '#00568f',
	'color-info-rgb': '220,239,250',
	'color-favorite': '#9a6b00',
	'color-mark': '#fff1c9',
	'color-loading-light': '#cccccc',
	'color-loading-dark': '#444444',
	'color-box-shadow-rgb': '77,77,77',
	'color-box-shadow': 'rgba(var(--color-box-shadow-rgb), .4)',
	'color-primary': '#2e6b3f',
	'color-primary-text': '#ffffff',
	'color-primary-hover': '#417a51',
	'color-primary-element': '#2e6b3f',
	'color-primary-element-hover': '#255935',
	'color-primary-element-text': '#ffffff',
	'color-primary-element-text-dark': '#ededed',
	'color-primary-light': '#e3eee6',
	'color-primary-light-hover': '#d2e3d7',
	'color-primary-light-text': '#173a21',
	'primary-invert-if-bright': 'no',
	'primary-invert-if-dark': 'invert(100%)',
	'background-invert-if-dark': 'no',
	'background-invert-if-bright': 'invert(100%)',
	'color-background-plain': '#255935',
	'color-background-plain-text': '#ffffff',
	'background-image-invert-if-bright': 'no',
}

const dark: Record<string, string> = {
	'color-main-background': '#171917',
	'color-main-background-rgb': '23,25,23',
	'color-background-hover': '#212421',
	'color-background-dark': '#292d29',
	'color-background-darker': '#3a3f3a',
	'color-placeholder-light': '#313531',
	'color-placeholder-dark': '#4a504a',
	'color-main-text': '#ebedeb',
	'color-text-maxcontrast': '#a9b0a9',
	'color-text-maxcontrast-default': '#a9b0a9',
	'color-text-maxcontrast-background-blur': '#b3bab3',
	'color-text-error': '#ff8a92',
	'color-text-success': '#7fcf90',
	'color-border': '#292d29',
	'color-border-dark': '#3a3f3a',
	'color-border-maxcontrast': '#7f877f',
	'color-element-error': '#ff6b74',
	'color-element-info': '#4aaef0',
	'color-element-success': '#55b56b',
	'color-element-warning': '#f0b429',
	'color-error': '#4d1c20',
	'color-error-hover': '#662529',
	'color-error-text': '#ffd2d4',
	'color-error-rgb': '77,28,32',
	'color-warning': '#3d3010',
	'color-warning-hover': '#52411a',
	'color-warning-text': '#ffeec2',
	'color-warning-rgb': '61,48,16',
	'color-success': '#15351d',
	'color-success-hover': '#1e4929',
	'color-success-text': '#d3f0d9',
	'color-success-rgb': '21,53,29',
	'color-info': '#0e3248',
	'color-info-hover': '#164560',
	'color-info-text': '#a5d8fa',
	'color-info-rgb': '14,50,72',
	'color-favorite': '#ffd84a',
	'color-mark': '#4d3a00',
	'color-loading-light': '#777777',
	'color-loading-dark': '#cccccc',
	'color-box-shadow-rgb': '0,0,0',
	'color-primary-hover': '#255935',
	'color-primary-element': '#7ec48f',
	'color-primary-element-hover': '#95d0a3',
	'color-primary-element-text': '#0c1a10',
	'color-primary-element-text-dark': '#1c2b20',
	'color-primary-light': '#1f3626',
	'color-primary-light-hover': '#2a4633',
	'color-primary-light-text': '#d7ecdc',
	'primary-invert-if-bright': 'invert(100%)',
	'primary-invert-if-dark': 'no',
	'background-invert-if-dark': 'invert(100%)',
	'background-invert-if-bright': 'no',
	'color-background-plain': '#1c4328',
}

/** What high contrast changes of the light colours. */
const lightContrast: Record<string, string> = {
	'color-main-text': '#000000',
	'color-text-maxcontrast': '#000000',
	'color-text-maxcontrast-default': '#000000',
	'color-text-maxcontrast-background-blur': '#000000',
	'color-background-hover': '#dddddd',
	'color-border': '#000000',
	'color-border-dark': '#000000',
	'color-border-maxcontrast': '#000000',
	'color-primary-element': '#14441f',
	'color-primary-element-hover': '#000000',
}

/** What high contrast changes of the dark colours. */
const darkContrast: Record<string, string> = {
	'color-main-background': '#000000',
	'color-main-background-rgb': '0,0,0',
	'color-main-text': '#ffffff',
	'color-text-maxcontrast': '#ffffff',
	'color-text-maxcontrast-default': '#ffffff',
	'color-text-maxcontrast-background-blur': '#ffffff',
	'color-background-hover': '#333333',
	'color-border': '#ffffff',
	'color-border-dark': '#ffffff',
	'color-border-maxcontrast': '#ffffff',
	'color-primary-element': '#b9f0c5',
	'color-primary-element-hover': '#ffffff',
	'color-primary-element-text': '#000000',
}

/** Nextcloud brings the font OpenDyslexic along; the stand-in does not: whoever has it sees it, others get wide, clear letters. */
const dyslexia = '[data-theme-opendyslexic]{--font-face:OpenDyslexic,Verdana,"DejaVu Sans",sans-serif;--default-line-height:1.8;letter-spacing:.02em}\n'

/** What does not change with the theme. Heights and margins are Nextcloud's: dialogs and pages count on them. */
const shape: Record<string, string> = {
	'color-background-selection': 'color-mix(in srgb, var(--color-primary-element) 25%, transparent)',
	'color-text-selection': 'var(--color-main-text)',
	'color-primary-element-light': 'var(--color-primary-light)',
	'color-primary-element-light-text': 'var(--color-primary-light-text)',
	'color-primary-element-light-hover': 'var(--color-primary-light-hover)',
	'color-scrollbar': 'var(--color-border-maxcontrast) transparent',
	'gradient-primary-background': 'linear-gradient(40deg, var(--color-primary) 0%, var(--color-primary-hover) 100%)',
	'gradient-main-background': 'var(--color-main-background) 0%, var(--color-main-background-translucent) 85%, transparent 100%',
	'filter-background-blur': 'none',
	'font-face': 'system-ui, -apple-system, "Segoe UI", Roboto, Cantarell, Ubuntu, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif',
	'default-font-size': '15px',
	'font-size-small': '13px',
	'font-weight-default': '400',
	'font-weight-element': '500',
	'font-weight-heading': '600',
	'default-line-height': '1.5',
	'animation-quick': '100ms',
	'animation-slow': '300ms',
	'border-width-input': '1px',
	'border-width-input-focused': '2px',
	'border-radius-small': '4px',
	'border-radius-element': '8px',
	'border-radius-container': '12px',
	'border-radius-container-large': '16px',
	'border-radius': 'var(--border-radius-small)',
	'border-radius-large': 'var(--border-radius-element)',
	'border-radius-rounded': '28px',
	'border-radius-pill': '100px',
	'default-clickable-area': '34px',
	'clickable-area-large': '48px',
	'clickable-area-small': '24px',
	'default-grid-baseline': '4px',
	'header-height': '50px',
	'header-menu-item-height': '44px',
	'navigation-width': '300px',
	'sidebar-min-width': '300px',
	'sidebar-max-width': '500px',
	'body-container-radius': 'var(--border-radius-container-large)',
	'body-container-margin': 'calc(var(--default-grid-baseline) * 2)',
	'body-height': 'calc(100% - var(--header-height) - var(--body-container-margin) - var(--stand-in-height))',
}

function rule(selector: string, scheme: string, variables: Record<string, string>): string {
	return `${selector}{color-scheme:${scheme};${Object.entries(variables).map(([name, value]) => `--${name}:${value}`).join(';')}}\n`
}

/**
 * The theme as CSS: light, dark where the device wants it, and either where the person has chosen.
 * Derived variables are repeated with every set of colours, since a var() is resolved where it stands.
 */
export function themeCss(): string {
	const night = { ...light, ...dark, ...shape }
	return rule(':root,[data-theme-light]', 'light', { ...light, ...shape })
		+ `@media (prefers-color-scheme: dark){${rule(':root,[data-theme-default]', 'dark', night)}}\n`
		+ rule('[data-theme-light]', 'light', { ...light, ...shape })
		+ rule('[data-theme-dark]', 'dark', night)
		+ rule('[data-theme-light-highcontrast]', 'light', { ...light, ...lightContrast, ...shape })
		+ rule('[data-theme-dark-highcontrast]', 'dark', { ...night, ...darkContrast })
		+ dyslexia
		+ '@media (prefers-reduced-motion: reduce){:root,body{--animation-quick:1ms;--animation-slow:1ms}}\n'
}
