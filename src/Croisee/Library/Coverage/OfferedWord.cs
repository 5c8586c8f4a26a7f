using Croisee.Framework;
using Croisee.Words;

namespace Croisee.Library.Coverage;

/// <summary>
/// A word of a landmark as a table of numbers shows it. A closed list shows all that is offered, so that what is missing is seen. A word offered no more is
/// shown for the sheets that chose it, and says so; without any it is left out, since nobody can be asked for it.
/// </summary>
sealed record OfferedWord(string Code, string Label, bool IsRetired)
{
    /// <param name="held">How many sheets say each code; years are no closed list, and only those that are there are shown.</param>
    public static IReadOnlyList<OfferedWord> Of(SheetFacet facet, IReadOnlyDictionary<string, int> held, Labels labels, Localizer words)
    {
        var codes = facet.Codes.Any() ? facet.Codes : held.Keys.Order(StringComparer.Ordinal);
        return [.. codes.Where(c => labels.Book.IsActive(c) || held.GetValueOrDefault(c) > 0).Select(Word)];

        OfferedWord Word(string code)
        {
            var (label, retired) = (facet.LabelOf(code, labels, words), !labels.Book.IsActive(code));
            return new(code, retired ? words["{0} (plus proposé)", label] : label, retired);
        }
    }
}
