using Croisee.Rules;

namespace Croisee.Library.Collections;

/// <summary>Who reads a collection: its owner, its owner's organisation, or everyone.</summary>
public enum CollectionReach { Private, Organisation, Published }

/// <summary>
/// Sheets that somebody gathered, in their order, with an introduction and a note for each. A withdrawn sheet leaves it in the same save
/// as the withdrawal: its line says so, and its note is gone.
/// </summary>
public sealed class Collection : IAudited
{
    public const int TitleMax = 120, IntroductionMax = 4000, SheetsMax = 40, OwnedMax = 50;
    /// <summary>What was just added may be taken back at once, for so long.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromHours(1);
    readonly List<CollectionEntry> entries = [];

    Collection() { }

    public Collection(Guid id, Guid ownerId, string title, string? introduction, DateTime now)
    {
        (Id, Reference, OwnerId, CreatedAt) = (id, Rules.Reference.New(), ownerId, now);
        Tell(title, introduction, now);
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    /// <summary>Null once its owner closed their account: the organisation keeps it.</summary>
    public Guid? OwnerId { get; private set; }
    /// <summary>Whose team reads and composes it; null while private.</summary>
    public Guid? OrganisationId { get; private set; }
    public CollectionReach Reach { get; private set; }
    public string Title { get; private set; } = "";
    public string? Introduction { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<CollectionEntry> Entries => entries;
    Guid IAudited.AuditedId => Id;

    public void Tell(string title, string? introduction, DateTime now)
    {
        title = title.Trim();
        if (title.Length == 0) throw new RuleBroken("DOS-TITRE", "Donnez un titre au dossier.", "Title");
        if (title.Length > TitleMax) throw new RuleBroken("DOS-TITRE", $"Ce titre est trop long : {TitleMax} caractères au plus.", "Title");
        if (introduction?.Length > IntroductionMax) throw new RuleBroken("DOS-INTRO", $"Cette introduction est trop longue : {IntroductionMax} caractères au plus.", "Introduction");
        (Title, Introduction, UpdatedAt) = (title, string.IsNullOrWhiteSpace(introduction) ? null : introduction.Trim(), now);
    }

    public bool Holds(Guid sheet) => entries.Any(e => e.SheetId == sheet);

    /// <summary>At the end, in this order; those it has already stay where they are. Gives how many came in.</summary>
    public IReadOnlyList<CollectionEntry> Add(IEnumerable<Guid> sheets, DateTime now)
    {
        var next = sheets.Where(s => !Holds(s)).Distinct().ToList();
        if (entries.Count + next.Count > SheetsMax) throw new RuleBroken("DOS-NOMBRE", $"Un dossier contient {SheetsMax} fiches au plus : celui-ci en a {entries.Count}. Faites-en un second, ou retirez des fiches.");
        var made = next.Select((s, i) => new CollectionEntry(Id, s, entries.Count + i + 1, now)).ToList();
        entries.AddRange(made);
        if (made.Count > 0) UpdatedAt = now;
        return made;
    }

    public void Remove(Guid sheet, DateTime now)
    {
        if (entries.RemoveAll(e => e.SheetId == sheet) > 0) Renumber(now);
    }

    /// <summary>What the last adding brought, while it is fresh.</summary>
    public IReadOnlyList<CollectionEntry> JustAdded(DateTime now) => [.. entries.Where(e => e.AddedAt == entries.Max(o => o.AddedAt) && now - e.AddedAt < UndoFor)];

    /// <summary>From 1; beyond the ends is the end.</summary>
    public void Move(Guid sheet, int place, DateTime now)
    {
        if (entries.FirstOrDefault(e => e.SheetId == sheet) is not { } entry) return;
        var order = entries.OrderBy(e => e.Position).Where(e => e != entry).ToList();
        order.Insert(Math.Clamp(place, 1, entries.Count) - 1, entry);
        for (var i = 0; i < order.Count; i++) order[i].Stand(i + 1);
        UpdatedAt = now;
    }

    void Renumber(DateTime now)
    {
        foreach (var (entry, index) in entries.OrderBy(e => e.Position).Select((e, i) => (e, i))) entry.Stand(index + 1);
        UpdatedAt = now;
    }

    public void Note(Guid sheet, string? note, DateTime now)
    {
        entries.FirstOrDefault(e => e.SheetId == sheet)?.Say(note);
        UpdatedAt = now;
    }

    public void Keep(DateTime now) => (Reach, OrganisationId, UpdatedAt) = (CollectionReach.Private, null, now);

    public void Share(Guid organisation, DateTime now) => (Reach, OrganisationId, UpdatedAt) = (CollectionReach.Organisation, organisation, now);

    /// <summary>By an organiser of that organisation, which answers for it.</summary>
    public void Publish(Guid organisation, DateTime now)
    {
        if (entries.Count == 0) throw new RuleBroken("DOS-VIDE", "Un dossier publié contient au moins une fiche. Ajoutez-en une d’abord.", "Reach");
        (Reach, OrganisationId, UpdatedAt) = (CollectionReach.Published, organisation, now);
    }

    internal void LoseOwner() => OwnerId = null;
}

/// <summary>A sheet in a collection: its place, and why it is there.</summary>
public sealed class CollectionEntry
{
    public const int NoteMax = 1000;

    CollectionEntry() { }

    internal CollectionEntry(Guid collection, Guid sheet, int position, DateTime now) => (CollectionId, SheetId, Position, AddedAt) = (collection, sheet, position, now);

    public Guid CollectionId { get; private set; }
    public Guid SheetId { get; private set; }
    public int Position { get; private set; }
    public string? Note { get; private set; }
    public DateTime AddedAt { get; private set; }

    internal void Stand(int position) => Position = position;

    internal void Say(string? note)
    {
        if (note?.Length > NoteMax) throw new RuleBroken("DOS-NOTE", $"Cette note est trop longue : {NoteMax} caractères au plus.", "Note");
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
    }
}
