using Croisee.Data;
using Croisee.Files;
using Croisee.People;

namespace Croisee.Surveys.Desk;

/// <summary>Those of what is said around the questions: the title, what it is about, the thanks, and the title of each part.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class FrameMediaModel(AppDb db, Visitor visitor, TimeProvider clock, FileStore store) : MediaScreen(db, visitor, clock, store)
{
    protected override Predicate<string>? Mine() => key => key is "titre" or "presentation" or "merci" || key.StartsWith("p.", StringComparison.Ordinal);
    protected override string Here => "presentation/images-et-sons";
    public override (string Name, string Path) Above => ("Titre et présentation", "presentation");
}
