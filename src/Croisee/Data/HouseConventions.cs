using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Croisee.Data;

/// <summary>What holds for every noun: snake_case names, enums as text, instants in UTC, a version on nouns that two people may edit.</summary>
static class HouseConventions
{
    const string Version = "Version";

    public static void Configure(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    public static void Apply(ModelBuilder model)
    {
        foreach (var noun in model.Model.GetEntityTypes())
        {
            if (noun.GetTableName() is { } table) noun.SetTableName(Snake(table));
            foreach (var property in noun.GetProperties()) Name(noun, property);
            if (noun.FindProperty("Id") is { } id && id.ClrType == typeof(Guid)) id.ValueGenerated = ValueGenerated.Never;
            if (noun.FindProperty(Version) is { } version && version.ClrType == typeof(int)) version.IsConcurrencyToken = true;
        }
    }

    static void Name(IMutableEntityType noun, IMutableProperty property)
    {
        var store = StoreObjectIdentifier.Create(noun, StoreObjectType.Table);
        if (store is { } table) property.SetColumnName(Snake(property.GetColumnName(table) ?? property.Name));
    }

    /// <summary>Each saved change of a noun with a version advances it; a save based on an older version is refused by the engine.</summary>
    public static void AdvanceVersions(AppDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries())
            if (entry.State is EntityState.Modified && entry.Metadata.FindProperty(Version) is { } version && version.IsConcurrencyToken)
                entry.Property(Version).CurrentValue = (int)entry.Property(Version).OriginalValue! + 1;
    }

    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    /// <summary>SQLite gives instants back without a kind and Npgsql refuses such: both always see UTC.</summary>
    sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v.ToUniversalTime(), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
