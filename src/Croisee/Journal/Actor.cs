namespace Croisee.Journal;

public enum ActorKind { Person, Author, System }

/// <summary>Who acts. An author holds a private code and has no account: the journal knows the author's row, never a name.</summary>
public readonly record struct Actor(ActorKind Kind, Guid? Id)
{
    public static Actor Person(Guid id) => new(ActorKind.Person, id);
    public static Actor Author(Guid id) => new(ActorKind.Author, id);
    public static readonly Actor System = new(ActorKind.System, null);
}
