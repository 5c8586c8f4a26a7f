using Croisee.Data;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Library.Collections;

[Audience(Audience.Public)]
public sealed class BookletModel(AppDb db, Visitor visitor, Labels labels, Settings settings, SheetNews news, SheetsBeside beside, TimeProvider clock) : BookletScreen(db, visitor, labels, settings, news, beside, clock)
{
    public void OnGet() { }
}
