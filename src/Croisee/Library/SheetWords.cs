using System.Text;
using Croisee.Framework;

namespace Croisee.Library;

/// <summary>All the words by which a sheet may be found, its title apart: what people wrote, and the names of what they chose.</summary>
public static class SheetWords
{
    public static string Of(SheetContent content, LabelBook book)
    {
        var (account, text) = (content.Account, new StringBuilder());
        void Add(string? words) { if (!string.IsNullOrWhiteSpace(words)) text.Append(words).Append('\n'); }
        Add(account.Structure.OrganisationName);
        Add(account.Structure.Commune);
        foreach (var (_, words) in account.Steps.SelectMany(s => s.FreeTexts())) if (words != content.Title) Add(words);
        foreach (var step in account.Course.Milestones) { Add(step.When); Add(step.Who); }
        foreach (var partner in account.Means.Partners) Add(partner);
        foreach (var code in SheetFacets.CodesOf(content).Select(c => c.Code).Concat(account.Course.Modalities).Concat(account.Changes.Brakes).Concat(account.Changes.Levers))
            if (Vocabularies.Has(code)) Add(book.Label(code));
        Add(content.Motives);
        return text.ToString();
    }
}
