import { networkList } from "./network-list.ts";

/** This machine, or a network that nobody on the internet writes from. */
export const isOwnNetwork = networkList(
  // Loopback, private, link-local and shared: RFC 1122, 1918, 3927, 4193, 4291, 6598.
  ...["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"],
  ...["::1/128", "fc00::/7", "fe80::/10"],
);
