/** By what the library is narrowed. Pure; browser-safe. */

export const libraryFacets = ['issuer', 'year', 'theme', 'kind', 'validity'] as const;
export type LibraryFacet = (typeof libraryFacets)[number];

/** A chosen value by facet. */
export type LibraryChoice = Readonly<Partial<Record<LibraryFacet, string>>>;
