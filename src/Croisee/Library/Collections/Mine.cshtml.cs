using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Collections;

[Audience(Audience.Person)]
public sealed class MineModel(AppDb db, Visitor visitor) : Screen
{
    public IReadOnlyList<Collection> Collections { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        Collections = await db.ComposedBy(visitor);
        return null;
    }

    public void OnGet() { }
}

static class CollectionWords
{
    public static string Of(CollectionReach reach) => reach switch
    {
        CollectionReach.Private => "privé",
        CollectionReach.Organisation => "partagé avec une structure",
        _ => "publié",
    };
}
