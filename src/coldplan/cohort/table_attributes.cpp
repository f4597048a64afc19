#include "coldplan/cohort/table_attributes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <vector>

#include "coldplan/cohort/row.h"

namespace coldplan::cohort {
namespace {

// The file's types are the memory's own.
static_assert(std::endian::native == std::endian::little);

/// Longest texts of the table of columns, a byte for their end included.
struct ColumnText {
  std::array<char, 32> name;
  std::array<char, 8> unit;
  std::array<char, 96> description;
};

Handle scalar() {
  return {H5Screate(H5S_SCALAR), H5Sclose};
}

Handle text_type(std::size_t size) {
  Handle type{H5Tcopy(H5T_C_S1), H5Tclose};
  H5Tset_size(type.get(), size);
  H5Tset_cset(type.get(), H5T_CSET_UTF8);
  return type;
}

bool put(hid_t object, const char* name, hid_t type, const void* value) {
  const Handle space = scalar();
  Handle attribute{H5Acreate2(object, name, type, space.get(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose};
  return attribute && H5Awrite(attribute.get(), type, value) >= 0 && attribute.close();
}

hid_t hdf5_type(ColumnType type) {
  switch (type) {
    case ColumnType::u8:
      return H5T_STD_U8LE;
    case ColumnType::u64:
      return H5T_STD_U64LE;
    case ColumnType::f32:
      return H5T_IEEE_F32LE;
  }
  return H5I_INVALID_HID;
}

template <std::size_t size>
void copy(std::array<char, size>& place, std::string_view text) {
  place.fill('\0');
  std::copy_n(text.begin(), std::min(text.size(), size - 1), place.begin());
}

std::vector<ColumnText> column_texts() {
  std::vector<ColumnText> texts;
  for (const Column& column : columns()) {
    ColumnText& text = texts.emplace_back();
    copy(text.name, column.name);
    copy(text.unit, column.unit);
    copy(text.description, column.description);
  }
  return texts;
}

}  // namespace

void silence_hdf5() {
  static_cast<void>(H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr));
}

bool put_attribute(hid_t object, const char* name, const std::string& text) {
  const Handle type = text_type(H5T_VARIABLE);
  const char* const begin = text.c_str();
  return put(object, name, type.get(), static_cast<const void*>(&begin));
}

bool put_attribute(hid_t object, const char* name, std::uint64_t number) {
  return put(object, name, H5T_STD_U64LE, &number);
}

bool put_attribute(hid_t object, const char* name, double number) {
  return put(object, name, H5T_IEEE_F64LE, &number);
}

std::optional<std::string> text_attribute(hid_t object, const char* name) {
  const Handle attribute{H5Aopen(object, name, H5P_DEFAULT), H5Aclose};
  if (!attribute) {
    return std::nullopt;
  }
  const Handle type{H5Aget_type(attribute.get()), H5Tclose};
  if (H5Tis_variable_str(type.get()) <= 0) {
    return std::nullopt;
  }
  char* read = nullptr;
  if (H5Aread(attribute.get(), type.get(), static_cast<void*>(&read)) < 0 || read == nullptr) {
    return std::nullopt;
  }
  std::string text{read};
  static_cast<void>(H5free_memory(read));
  return text;
}

std::optional<std::uint64_t> number_attribute(hid_t object, const char* name) {
  const Handle attribute{H5Aopen(object, name, H5P_DEFAULT), H5Aclose};
  std::uint64_t number = 0;
  if (!attribute || H5Aread(attribute.get(), H5T_NATIVE_UINT64, &number) < 0) {
    return std::nullopt;
  }
  return number;
}

Handle row_type() {
  Handle type{H5Tcreate(H5T_COMPOUND, sizeof(Row)), H5Tclose};
  for (const Column& column : columns()) {
    static_cast<void>(H5Tinsert(type.get(), std::string{column.name}.c_str(), column.offset,
                                hdf5_type(column.type)));
  }
  return type;
}

bool put_columns(hid_t file, bool writes) {
  const std::vector<ColumnText> texts = column_texts();
  const Handle type{H5Tcreate(H5T_COMPOUND, sizeof(ColumnText)), H5Tclose};
  const Handle name = text_type(sizeof(ColumnText::name));
  const Handle unit = text_type(sizeof(ColumnText::unit));
  const Handle description = text_type(sizeof(ColumnText::description));
  H5Tinsert(type.get(), "name", offsetof(ColumnText, name), name.get());
  H5Tinsert(type.get(), "unit", offsetof(ColumnText, unit), unit.get());
  H5Tinsert(type.get(), "description", offsetof(ColumnText, description), description.get());
  const hsize_t extent = texts.size();
  const Handle space{H5Screate_simple(1, &extent, nullptr), H5Sclose};
  Handle dataset{
      H5Dcreate2(file, "columns", type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
      H5Dclose};
  const bool written = !writes || H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT,
                                           texts.data()) >= 0;
  return dataset && written && dataset.close();
}

}  // namespace coldplan::cohort
