/**
 * The name of an asset for ever: `lansweeper:<AssetID>`. AssetID is unique in one installation, and one configuration
 * reads one; it stays when the database or the scan server moves, while their names do not, so neither is in the key.
 * When the product merges two assets, the number that is gone becomes a previous key of the one that remains.
 */
export const assetKey = (assetId: number): string => `lansweeper:${assetId}`;
