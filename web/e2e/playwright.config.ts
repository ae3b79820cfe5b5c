import { defineConfig } from '@playwright/test'
import { ZONE } from './support/clock.ts'

/** Debian's Chromium, or what `cargo xtask browser` found; nothing is downloaded. */
const chromium = process.env.CHROMIUM || '/usr/bin/chromium'

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results/run',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  // Long, for machines that do other things beside; what has to be quick is measured where it has to be.
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: ZONE,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      // Root has no sandbox of its own, and what a browser tells its maker has no place in a test.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
