using Croisee.Data;
using Croisee.Library.Kinship;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>Names that sheets give in several places, where nobody said whether they are one, and what was said: for the sheets one moderates or whose calls one organises.</summary>
[Audience(Audience.Office, Role.Moderator, Role.Organiser)]
public sealed class StructureListModel(AppDb db, StructureBook book, Visitor visitor) : Screen
{
    const int MostNames = 60, Most = 100;

    public bool IsModerator => visitor.Has(Role.Moderator);

    /// <param name="Ask">Where one says it.</param>
    public sealed record Pair(string One, string Other, string Ask);

    public sealed record Decision(StructureTie Tie, string One, string Other);

    public IReadOnlyList<Pair> Undecided { get; private set; } = [];
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    public async Task OnGet()
    {
        var (paths, organisations) = (visitor.Scope(Role.Moderator, Role.Organiser), db.Organisations);
        var all = db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null && s.StructureKey != "");
        var mine = all.Where(s => organisations.Any(o => o.Id == s.OrganisationId && paths.Any(p => o.Path.StartsWith(p))));
        var several = all.GroupBy(s => s.StructureKey).Where(g => g.Min(s => s.StructurePlace) != g.Max(s => s.StructurePlace)).Select(g => g.Key);
        var pairs = new List<(StructureSpot One, StructureSpot Other)>();
        var (read, isLast) = (0, false);
        // What is decided asks nothing: one reads on until there is enough to ask.
        while (!isLast && pairs.Count < Most)
        {
            var before = read;
            var names = await mine.Select(s => s.StructureKey).Distinct().Where(k => several.Contains(k)).OrderBy(k => k).Skip(before).Take(MostNames).ToListAsync();
            var (told, said) = await book.Read(names);
            var structures = ToldStructure.Gather(told, said);
            pairs.AddRange(names.SelectMany(name => Between([.. structures.Where(s => s.Bears(name))], said).Select(p => (p.One.Spots.First(s => s.Key == name), p.Other.Spots.First(s => s.Key == name)))).Take(Most - pairs.Count));
            (read, isLast) = (read + names.Count, names.Count < MostNames);
        }
        var ties = await db.StructureTies.AsNoTracking().Where(t => t.UndoneAt == null && (mine.Any(m => m.StructureKey == t.OneKey || m.StructureKey == t.OtherKey) || organisations.Any(o => o.Id == t.OrganisationId && paths.Any(p => o.Path.StartsWith(p)))))
            .OrderByDescending(t => t.At).Take(Most).ToListAsync();
        var words = await book.WordsOf(pairs.SelectMany(p => new[] { p.One, p.Other }).Distinct());
        var decided = await book.WordsOf(ties.SelectMany(t => new[] { t.One, t.Other }));
        string Say(StructureSpot spot) => words.GetValueOrDefault(spot.End)?.Said ?? spot.End.Code;
        string Find(StructureEnd end) => decided.GetValueOrDefault(end)?.Said ?? end.Code;
        Undecided = [.. pairs.Select(p => new Pair(Say(p.One), Say(p.Other), Ask(p.One.End, p.Other.End)))];
        Decisions = [.. ties.Select(t => new Decision(t, Find(t.One), Find(t.Other)))];
    }

    public static string Ask(StructureEnd one, StructureEnd other) => $"/bureau/moderation/structures/dire?une={one.Code}&autre={other.Code}";

    /// <summary>Each two that bear one name, and of which nobody said that they are different.</summary>
    static IEnumerable<(ToldStructure One, ToldStructure Other)> Between(IReadOnlyList<ToldStructure> structures, IReadOnlyList<StructureTie> said) =>
        structures.SelectMany((one, i) => structures.Skip(i + 1).Select(other => (One: one, Other: other))).Where(p => !p.One.IsSaidToDiffer(p.Other, said));
}
