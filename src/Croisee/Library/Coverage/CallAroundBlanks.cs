using Croisee.Experiences.Answers;
using Croisee.Experiences.CallOffice;
using Croisee.Framework;
using Croisee.Library.Reading;

namespace Croisee.Library.Coverage;

/// <summary>The next call, begun around blanks of a map: the contexts and the kinds of organisation it asks for, and what is missing in words.</summary>
/// <param name="kept">What else the sheets of the map were chosen by, in words: a blank of Brittany is asked for in Brittany.</param>
sealed class CallAroundBlanks(LibraryAddress asked, CoverageMap map, IReadOnlyList<string> kept, Labels labels)
{
    /// <param name="blanks">Of one line of the map.</param>
    public string Href(IReadOnlyList<CoveragePlace> blanks)
    {
        var query = new List<KeyValuePair<string, string?>> { new(NewCallModel.LackingKey, Lacking(blanks)) };
        foreach (var (field, key) in new[] { ("contexte", NewCallModel.ContextKey), ("organisation", NewCallModel.OrganisationKey) }) query.AddRange(CodesOf(field, blanks).Select(c => KeyValuePair.Create(key, (string?)c)));
        return NewCallModel.Path + QueryString.Create(query);
    }

    /// <summary>The blanks themselves where the field is one of the two of the map; otherwise what the map was narrowed to.</summary>
    IEnumerable<string> CodesOf(string field, IReadOnlyList<CoveragePlace> blanks)
    {
        var codes = map.Rows.Field == field ? blanks.Select(b => b.RowCode) : map.Columns.Field == field ? blanks.Select(b => b.ColumnCode) : asked.Filters.GetValueOrDefault(field)?.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        return codes.Where(c => c != SheetFacets.Unsaid && labels.Book.IsActive(c)).Distinct();
    }

    /// <summary>As far as the goal of a call has room.</summary>
    string Lacking(IReadOnlyList<CoveragePlace> blanks)
    {
        var told = blanks.Skip(1).Aggregate($"{blanks[0].Row} ; {blanks[0].Column}", (said, next) => Longer(said, ", ", next.Column));
        return kept.Aggregate(told, (said, next) => Longer(said, " ; ", next));
    }

    static string Longer(string said, string between, string next) => said.Length + between.Length + next.Length > Limits.LineText ? said : said + between + next;
}
