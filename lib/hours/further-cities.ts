/**
 * Cities that are not offices to choose from but are typed by people who work there: the larger ones of Canada and the
 * United States that no zone is named after. Where two share a name, the first one answers to the name alone.
 */
export const furtherCities: Record<string, string[]> = {
  "America/Los_Angeles": [
    "Oakland, CA",
    "Palo Alto, CA",
    "Mountain View, CA",
    "Irvine, CA",
    "Long Beach, CA",
    "Fresno, CA",
    "Reno, NV",
    "Bellevue, WA",
    "Redmond, WA",
    "Spokane, WA",
    "Vancouver, WA",
  ],
  "America/Vancouver": ["Surrey, BC", "Burnaby, BC", "Kelowna, BC"],
  "America/Denver": ["Colorado Springs, CO", "Boulder, CO"],
  "America/Phoenix": ["Tucson, AZ", "Scottsdale, AZ"],
  "America/Chicago": ["Fort Worth, TX", "Plano, TX", "Saint Paul, MN", "Madison, WI", "Tulsa, OK", "Des Moines, IA"],
  "America/Detroit": ["Ann Arbor, MI", "Grand Rapids, MI"],
  "America/New_York": [
    "Durham, NC",
    "Charleston, SC",
    "Fort Lauderdale, FL",
    "Arlington, VA",
    "Richmond, VA",
    "Newark, NJ",
    "Jersey City, NJ",
    "Brooklyn, NY",
    "Buffalo, NY",
    "Hartford, CT",
    "Stamford, CT",
    "Providence, RI",
    "Portland, ME",
  ],
  "America/Toronto": [
    "Brampton, ON",
    "Markham, ON",
    "Kitchener, ON",
    "Windsor, ON",
    "London, ON",

    "Laval, QC",
    "Gatineau, QC",
  ],
  "America/Moncton": ["Moncton, NB", "Fredericton, NB", "Saint John, NB"],
};
