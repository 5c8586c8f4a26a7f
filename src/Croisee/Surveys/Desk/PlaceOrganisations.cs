using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>To which organisation a place may belong: the one that runs the survey, and those that depend on it.</summary>
sealed class PlaceOrganisations(AppDb db, Survey survey)
{
    /// <summary>A longer list is no list: then the number is typed.</summary>
    const int MostListed = 300;

    IQueryable<Organisation> Below => db.Organisations.Where(o => o.Path.StartsWith(survey.Organisation.Path));

    /// <summary>To choose from; nothing where they are too many.</summary>
    public async Task<IReadOnlyList<Choice>> Choices()
    {
        var some = await Below.AsNoTracking().OrderBy(o => o.Name).ThenBy(o => o.Id).Take(MostListed + 1).Select(o => new { o.Reference, o.Name, o.Finess }).ToListAsync();
        return some.Count > MostListed ? [] : [.. some.Select(o => Line(o.Reference, o.Name, o.Finess))];
    }

    public static Choice Line(Organisation organisation) => Line(organisation.Reference, organisation.Name, organisation.Finess);

    static Choice Line(string reference, string name, string? finess) => new(reference, finess is null ? name : $"{name} ({finess})");

    /// <summary>By the number where one is typed, else by the choice; null for none.</summary>
    public async Task<Organisation?> Find(string? finess, string? reference)
    {
        if (!string.IsNullOrWhiteSpace(finess)) return (await ByFiness([finess])).GetValueOrDefault(finess) ?? throw new RuleBroken("SUR-PLACE", Unknown(finess), "Finess");
        if (string.IsNullOrWhiteSpace(reference)) return null;
        return await Below.SingleOrDefaultAsync(o => o.Reference == reference) ?? throw new RuleBroken("SUR-PLACE", "Choisissez une structure de la liste.", "Organisation");
    }

    /// <returns>By number as typed, those that are there; of several with one number, the one nearest to the survey's.</returns>
    public async Task<Dictionary<string, Organisation>> ByFiness(IEnumerable<string> typed)
    {
        var asked = typed.Distinct().ToDictionary(t => t, Plain);
        var numbers = asked.Values.Distinct().ToList();
        var found = (await Below.Where(o => o.Finess != null && numbers.Contains(o.Finess)).ToListAsync()).GroupBy(o => o.Finess!).ToDictionary(g => g.Key, g => g.OrderBy(o => o.Path.Length).ThenBy(o => o.Id).First());
        return asked.Where(a => found.ContainsKey(a.Value)).ToDictionary(a => a.Key, a => found[a.Value]);
    }

    public static string Unknown(string finess) => $"Aucune structure qui dépend de celle de l’enquête n’a le numéro FINESS « {(finess.Length > 20 ? finess[..20] + "…" : finess)} ».";

    static string Plain(string finess) => string.Concat(finess.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
