const HOSTS = /^(a\.klaviyo\.com|[a-z]+\d+\.api\.mailchimp\.com|(oauth2|analyticsadmin)\.googleapis\.com)$/;

/** Whether the processors' servers stand in for a host. */
export const isProcessorHost = (host: string): boolean => HOSTS.test(host);
