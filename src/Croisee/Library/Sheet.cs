using Croisee.Experiences;
using Croisee.Rules;

namespace Croisee.Library;

/// <summary>
/// A published experience. Its id and reference are those of the experience, so its address never changes. Each publication is a
/// new version; withdrawn, only the title and the day are left (EXP-R10).
/// </summary>
public sealed class Sheet : IAudited
{
    public const string Licence = "Licence Ouverte 2.0", LicenceAddress = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";
    readonly List<SheetVersion> versions = [];
    readonly List<SheetCode> codes = [];

    Sheet() { }

    public Sheet(Experience experience, DateTime now) =>
        (Id, Reference, OrganisationId, PublishedAt) = (experience.Id, experience.Reference, experience.Call.OrganisationId, now);

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    /// <summary>Whose call it answered.</summary>
    public Guid OrganisationId { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>The title in lower case without accents: the same order on both engines.</summary>
    public string SortKey { get; private set; } = "";
    /// <summary><see cref="SheetContent"/>; empty once withdrawn.</summary>
    public string Content { get; private set; } = "";
    /// <summary><see cref="SheetCard"/>; empty once withdrawn.</summary>
    public string Card { get; private set; } = "";
    public bool Remarkable { get; private set; }
    /// <summary>The name of who carries it, as an address writes it; empty when nobody does, and once withdrawn.</summary>
    public string StructureKey { get; private set; } = "";
    /// <summary><see cref="Kinship.StructurePlace.Stored"/>.</summary>
    public string StructurePlace { get; private set; } = "";
    /// <summary>Not public (field 6): it only says that two are one.</summary>
    public string? StructureFiness { get; private set; }
    /// <summary>Number of the version shown, from 1.</summary>
    public int Number { get; private set; }
    public DateTime PublishedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    /// <summary>When the group's reasons were last said in other words: it is no text of the authors, and files change with it.</summary>
    public DateTime? RewordedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    /// <summary>The organisation took it down: it comes back if its authors agree to a page again. What they took back themselves does not.</summary>
    public bool TakenDown { get; private set; }
    /// <summary>Two acts at once do not hide each other.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<SheetVersion> Versions => versions;
    public IReadOnlyList<SheetCode> Codes => codes;
    Guid IAudited.AuditedId => Id;

    public bool IsShown => WithdrawnAt is null;

    public SheetContent Read() => SheetContent.FromJson(Content);

    /// <summary>Shows this content from now on. Expects <see cref="Codes"/> loaded. <paramref name="why"/> is public: what changed, in words.</summary>
    public SheetVersion Show(SheetContent content, string? why, DateTime now)
    {
        if (!IsShown && !TakenDown) throw new RuleBroken("EXP-R10", "Cette fiche a été retirée : elle ne revient pas.");
        (WithdrawnAt, TakenDown) = (null, false);
        Number++;
        (Title, SortKey, Remarkable, UpdatedAt) = (content.Title, FrenchAnalyser.Fold(content.Title), content.Remarkable, now);
        (Content, Card) = (content.ToJson(), SheetCard.Of(content).ToJson());
        (StructureKey, StructurePlace) = CarriedBy(content);
        Sort(content);
        var version = new SheetVersion(Id, Number, Readdressed(Content, null), why, now);
        versions.Add(version);
        return version;
    }

    /// <summary>Whose name it bears, and where that is.</summary>
    internal static (string Key, string Place) CarriedBy(SheetContent content) => (Slugs.Of(content.Account.Structure.OrganisationName ?? ""), Kinship.StructurePlace.Of(content.Account.Structure).Stored);

    internal void KnownBy(string? finess) => StructureFiness = string.IsNullOrWhiteSpace(finess) ? null : finess.Trim().ToUpperInvariant();

    /// <summary>Gives it the codes of what it says. Expects <see cref="Codes"/> loaded.</summary>
    public void Sort(SheetContent content)
    {
        // What it does not tell is searched for, and illustrates nothing.
        var wanted = SheetFacets.CodesOf(content).Where(c => c.Field != SheetFacets.Missing).Concat(SheetFacets.ModalitiesOf(content)).ToHashSet();
        codes.RemoveAll(c => !wanted.Contains((c.Field, c.Code)));
        codes.AddRange(wanted.Except(codes.Select(c => (c.Field, c.Code))).Select(c => new SheetCode(Id, c.Field, c.Code)));
    }

    /// <summary>Shows another address to write to, or none. Expects <see cref="Versions"/> loaded: they keep none, it is no text of the authors.</summary>
    public void Readdress(string? address)
    {
        Content = Readdressed(Content, address);
        foreach (var version in versions) version.ForgetAddress();
    }

    /// <summary>Says the group's reasons in other words, in all that was ever shown of them. Expects <see cref="Versions"/> loaded. The day it was updated stays: it is no text of the authors.</summary>
    public void SayAgain(IReadOnlyList<(string Was, string Now)> words, DateTime now)
    {
        RewordedAt = now;
        Content = Reworded(Content, words);
        foreach (var version in versions) version.SayAgain(words);
    }

    internal static string Reworded(string content, IReadOnlyList<(string Was, string Now)> words)
    {
        var read = SheetContent.FromJson(content);
        var left = words.ToList();
        // Two equal texts are told apart by their order; what an older version says once more than now is corrected like the others.
        string Said(string text)
        {
            var at = left.FindIndex(w => w.Was == text);
            if (at < 0) return words.LastOrDefault(w => w.Was == text && w.Now != text).Now ?? text;
            var now = left[at].Now;
            left.RemoveAt(at);
            return now;
        }
        read.Motives = read.Motives is { } motives ? Said(motives) : null;
        read.MinorityOpinions = [.. read.MinorityOpinions.Select(Said)];
        return read.ToJson();
    }

    internal static string Readdressed(string content, string? address)
    {
        var read = SheetContent.FromJson(content);
        if (read.PublicAddress == address) return content;
        read.PublicAddress = address;
        return read.ToJson();
    }

    /// <summary>Leaves the tombstone. Expects <see cref="Codes"/> and <see cref="Versions"/> loaded: all of them go.</summary>
    /// <param name="takenDown">By the organisation, not by its authors.</param>
    public void Withdraw(DateTime now, bool takenDown = false)
    {
        WithdrawnAt ??= now;
        TakenDown = takenDown;
        (Content, Card, Remarkable) = ("", "", false);
        (StructureKey, StructurePlace, StructureFiness) = ("", "", null);
        codes.Clear();
        versions.Clear();
    }
}

/// <summary>What was shown from a moment on, but the address to write to. Never changed afterwards, but for words of the group that should not have been read; gone with the withdrawal.</summary>
public sealed class SheetVersion
{
    public const int WhyMax = 300;

    SheetVersion() { }

    internal SheetVersion(Guid sheetId, int number, string content, string? why, DateTime at)
    {
        if (why?.Length > WhyMax) throw new RuleBroken("EXP-R10", $"Dites ce qui a changé en {WhyMax} caractères au plus.", "Why");
        (SheetId, Number, Content, Why, At) = (sheetId, number, content, why, at);
    }

    public Guid SheetId { get; private set; }
    public int Number { get; private set; }
    public string Content { get; private set; } = "";
    public string? Why { get; private set; }
    public DateTime At { get; private set; }

    public SheetContent Read() => SheetContent.FromJson(Content);

    /// <summary>A version shown before addresses were left out.</summary>
    internal void ForgetAddress() => Content = Sheet.Readdressed(Content, null);

    internal void SayAgain(IReadOnlyList<(string Was, string Now)> words) => Content = Sheet.Reworded(Content, words);
}

/// <summary>One code of a sheet in one facet: for crossings and examples, in one query.</summary>
public sealed class SheetCode
{
    SheetCode() { }

    internal SheetCode(Guid sheetId, string field, string code) => (SheetId, Field, Code) = (sheetId, field, code);

    public Guid SheetId { get; private set; }
    public string Field { get; private set; } = "";
    public string Code { get; private set; } = "";
}
