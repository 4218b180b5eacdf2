// Small helps where scripts run; every page works without them.
import {
  Button,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
  createAll,
} from '/assets/govuk-frontend.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const part of [Button, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink]) createAll(part)
