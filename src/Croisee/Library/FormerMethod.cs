namespace Croisee.Library;

/// <summary>The address and the name of a method that was made one with another: both lead to the one that stays.</summary>
public sealed class FormerMethod
{
    FormerMethod() { }

    internal FormerMethod(Method gone, Method kept, DateTime now) => (Reference, NameKey, MethodId, At) = (gone.Reference, gone.NameKey, kept.Id, now);

    public string Reference { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    public Guid MethodId { get; private set; }
    public DateTime At { get; private set; }
}
