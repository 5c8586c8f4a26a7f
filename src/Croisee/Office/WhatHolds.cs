using System.Reflection;
using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>What hangs on a structure, asked of every table that the base ties to it: a new room is looked at without being named. Empty, it can go.</summary>
static class WhatHolds
{
    static readonly MethodInfo One = typeof(WhatHolds).GetMethod(nameof(Any), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The kinds of what is there, in the words of the glossary, past roles included: they say who answered for it.</summary>
    public static async Task<IReadOnlyList<string>> Of(AppDb db, Organisation organisation)
    {
        var found = new List<string>();
        foreach (var key in db.Model.FindEntityType(typeof(Organisation))!.GetReferencingForeignKeys())
            if (await (Task<bool>)One.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(null, [db, key.Properties[0].Name, key.Properties[0].ClrType == typeof(Guid), organisation.Id])!)
                found.Add(SubjectWords.Of(key.DeclaringEntityType.ClrType.Name));
        return [.. found.Distinct().Order(StringComparer.Create(Words.Localizer.French, ignoreCase: true))];
    }

    static Task<bool> Any<T>(AppDb db, string property, bool always, Guid id) where T : class =>
        always ? db.Set<T>().AnyAsync(e => EF.Property<Guid>(e, property) == id) : db.Set<T>().AnyAsync(e => EF.Property<Guid?>(e, property) == id);
}
