namespace Croisee.Library.Feeds;

/// <summary>A search as a feed tells it: its newest sheets, under addresses and dates that do not move.</summary>
sealed record Feed(string Title, string Description, string Home, string Self, string Author, DateTime UpdatedAt, IReadOnlyList<FeedEntry> Entries);

/// <summary>Its id is the sheet's address, which never changes.</summary>
sealed record FeedEntry(string Address, string Title, string Summary, DateTime PublishedAt, DateTime UpdatedAt);
