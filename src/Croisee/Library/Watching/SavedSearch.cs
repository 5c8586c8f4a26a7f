using System.Security.Cryptography;
using System.Text;
using Croisee.Rules;

namespace Croisee.Library.Watching;

/// <summary>How often news of a saved search are told.</summary>
public enum SearchPace { AsItComes, Weekly }

/// <summary>
/// A state of the library that somebody wants news of. It belongs to an account, or to an address that proved itself by a code and is kept apart
/// (<see cref="SearchAddress"/>). Each sheet is told once.
/// </summary>
public sealed class SavedSearch
{
    public const int NameMax = 120, QueryMax = 2000, OwnedMax = 30;
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    SavedSearch() { }

    public SavedSearch(Guid? personId, string name, string query, SearchPace pace, DateTime now)
    {
        if (query.Length > QueryMax) throw new RuleBroken("REC-LONG", "Cette recherche est trop longue pour être suivie. Retirez des mots ou des choix.");
        Id = Guid.CreateVersion7();
        (Reference, PersonId, Name, Query, Pace, CreatedAt) = (Rules.Reference.New(), personId, name.Trim(), query, pace, now);
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    public Guid? PersonId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>What follows the question mark in the address of the library.</summary>
    public string Query { get; private set; } = "";
    public SearchPace Pace { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? PausedAt { get; private set; }
    /// <summary>When it was last looked at; news and none alike.</summary>
    public DateTime? CheckedAt { get; private set; }
    /// <summary>The version of the library when it was last looked at: what did not change since cannot be new.</summary>
    public long LookedAt { get; private set; }
    public DateTime? NewsAt { get; private set; }
    public int NewsCount { get; private set; }
    public SearchAddress? Address { get; private set; }
    public string Href => Query.Length == 0 ? "/repertoire" : "/repertoire?" + Query;

    /// <param name="library">The library's version now. A week that passed without anything is looked at all the same, so that the next one begins.</param>
    public bool IsDue(DateTime now, long library) => PausedAt is null && (Pace is SearchPace.AsItComes ? LookedAt != library : CheckedAt is null || now - CheckedAt >= Week);

    /// <summary>Followed again under another name or pace.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool FollowAs(string name, SearchPace pace)
    {
        if ((name.Trim(), pace) == (Name, Pace)) return false;
        (Name, Pace) = (name.Trim(), pace);
        return true;
    }

    public void Pause(bool paused, DateTime now) => PausedAt = paused ? PausedAt ?? now : null;

    public void Check(int news, long library, DateTime now)
    {
        (CheckedAt, LookedAt) = (now, library);
        if (news > 0) (NewsAt, NewsCount) = (now, news);
    }

    /// <summary>For somebody without an account. Gives the code to send.</summary>
    public string AskAt(string email, DateTime now)
    {
        Address ??= new(Id, email, Query);
        return Address.NewCode(now);
    }
}

/// <summary>Where to write to somebody without an account: apart from the search, and gone when they stop.</summary>
public sealed class SearchAddress
{
    public const int TriesMax = 5, SendingsMax = 3;
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(15), Waits = TimeSpan.FromDays(1);

    SearchAddress() { }

    internal SearchAddress(Guid search, string email, string query) => (SearchId, Email, Query) = (search, email, query);

    public Guid SearchId { get; private set; }
    public string Email { get; private set; } = "";
    /// <summary>Again, so that one address follows one search once.</summary>
    public string Query { get; private set; } = "";
    public string CodeHash { get; private set; } = "";
    public DateTime CodeAt { get; private set; }
    public int Tries { get; private set; }
    public int Sendings { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }

    public string NewCode(DateTime now)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        (CodeHash, CodeAt, Tries, Sendings) = (Hash(code), now, 0, Sendings + 1);
        return code;
    }

    /// <summary>A code lives fifteen minutes and five tries; confirmed twice is confirmed.</summary>
    public bool Matches(string typed, DateTime now) => now < CodeAt + CodeLife && Tries <= TriesMax
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(string.Concat(typed.Where(char.IsAsciiDigit).Take(7)))), Encoding.ASCII.GetBytes(CodeHash));

    public void Confirm(DateTime now) => ConfirmedAt ??= now;

    string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{SearchId:N}{code}")));
}

/// <summary>This sheet was told to this search: never again.</summary>
public sealed class ToldSheet
{
    ToldSheet() { }

    public ToldSheet(Guid search, Guid sheet, DateTime at) => (SearchId, SheetId, At) = (search, sheet, at);

    public Guid SearchId { get; private set; }
    public Guid SheetId { get; private set; }
    public DateTime At { get; private set; }
}
