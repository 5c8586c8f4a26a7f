using System.Globalization;

namespace Croisee.Library;

/// <summary>Which page of a list an address asks for (<c>?page=</c>), and how many there are.</summary>
public sealed record PageNumber(int Number, int Pages, bool IsMisasked)
{
    public const string Key = "page";

    /// <summary>What is not a page of this list leads to the first one, and is said.</summary>
    public static PageNumber Of(IQueryCollection query, int total, int size)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        if (query[Key].ToString() is not { Length: > 0 } asked) return new(1, pages, false);
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= pages ? new(number, pages, false) : new(1, pages, true);
    }
}
